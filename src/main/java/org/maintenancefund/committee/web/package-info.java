/** Pages of committees: 业委会注册 and 我的业委会. */
package org.maintenancefund.committee.web;
