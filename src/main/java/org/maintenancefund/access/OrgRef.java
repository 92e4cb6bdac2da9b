package org.maintenancefund.access;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.UUID;

/** Points to an organisation of any kind without knowing the module that keeps it. */
@Embeddable
public record OrgRef(@Enumerated(EnumType.STRING) OrgType type, UUID id) implements Serializable {}
