package org.violator.lower;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Used by a controller, which is the violation. */
@NoRepositoryBean
public interface BadRepository extends Repository<BadEntity, Long> {}
