/** 维修资金查询 for owners, and 查询码 for those who give them out. */
package org.maintenancefund.disclosure.web;
