/** 密码修改: the first password of one's own with the 激活码, and later changes. */
package org.maintenancefund.account.password;
