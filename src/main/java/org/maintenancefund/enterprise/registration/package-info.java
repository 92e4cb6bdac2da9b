/** 物管企业注册: companies without qualification register, their district reviews. */
package org.maintenancefund.enterprise.registration;
