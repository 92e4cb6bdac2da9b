@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.violator.upper;
