/** 证明: papers with a number and a 校验码, and how whoever is shown one asks whether it is real and still holds. */
package org.maintenancefund.disclosure.paper;
