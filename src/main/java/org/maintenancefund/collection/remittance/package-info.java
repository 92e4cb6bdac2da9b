/** 缴存: what companies declare, hand over by slips, and what of it has reached the account and the households. */
@org.springframework.modulith.NamedInterface("remittance")
package org.maintenancefund.collection.remittance;
