/** 本小区账: what a committee sees of its area. */
package org.maintenancefund.collection.own;
