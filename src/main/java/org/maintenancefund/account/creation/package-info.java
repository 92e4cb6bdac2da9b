/** 为经办人员创建用户名 and the 账号告知单. */
package org.maintenancefund.account.creation;
