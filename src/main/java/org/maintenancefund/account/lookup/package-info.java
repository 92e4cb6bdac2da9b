/** 用户名查询: for everybody, and the same answer for unknown and wrong. */
package org.maintenancefund.account.lookup;
