/** Pages of property companies: the register, a company's page, 停用 and 启用. */
@org.jspecify.annotations.NullMarked
package org.maintenancefund.enterprise.web;
