/** Pages of property companies: the register, a company's page, 停用 and 启用. */
package org.maintenancefund.enterprise.web;
