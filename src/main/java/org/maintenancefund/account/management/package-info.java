/** 操作员管理 and 工作人员账号: the life of an account after it was made. */
package org.maintenancefund.account.management;
