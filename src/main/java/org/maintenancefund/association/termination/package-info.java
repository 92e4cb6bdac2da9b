/** 关联解除 and its review: an association ends before its contract does. */
package org.maintenancefund.association.termination;
