/** 物管企业注册: companies without qualification register, their district reviews. */
@org.jspecify.annotations.NullMarked
package org.maintenancefund.enterprise.registration;
