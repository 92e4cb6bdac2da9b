/** 收取公示: what came in, went out and is there of an area's money in a month, confirmed by its committee or objected to. */
package org.maintenancefund.disclosure.publication;
