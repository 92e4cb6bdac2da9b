/** 移交清账: what the company that collected before leaves to the next one, and both parties' word. */
package org.maintenancefund.collection.handover;
