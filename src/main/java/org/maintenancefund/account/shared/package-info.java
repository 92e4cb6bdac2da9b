/** The city's 物业管理信息系统 as a directory (LDAP): who its people are, and whether a password is theirs. */
package org.maintenancefund.account.shared;
