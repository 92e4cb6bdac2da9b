@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.violator.lower;
