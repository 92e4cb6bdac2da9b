/**
 * 使用帮助 and 操作手册: a text for each task and each role, which are files under {@code help/} and not code. Another file there is
 * another topic.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "kernel :: *", "access", "web"})
package org.maintenancefund.help;
