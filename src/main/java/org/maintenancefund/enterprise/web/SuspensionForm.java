package org.maintenancefund.enterprise.web;

import org.jspecify.annotations.Nullable;

/** The form of 停用 and of 启用. */
record SuspensionForm(@Nullable String reason) {}
