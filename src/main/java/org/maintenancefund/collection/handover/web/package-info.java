/** 移交清账 as pages and as the paper that both parties sign. */
package org.maintenancefund.collection.handover.web;
