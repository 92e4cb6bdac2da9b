/** 催缴: who was reminded of what they owe, and when and how that came to them. */
package org.maintenancefund.disclosure.reminder;
