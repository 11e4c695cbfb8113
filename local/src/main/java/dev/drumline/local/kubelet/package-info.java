/**
 * The kubelet of the village: it runs each container of a pod as a process of this machine.
 *
 * <p>Read {@code image} (which program stands for an image), {@code env} and {@code volume} (what a container is given),
 * {@code process} (how it is started and ended), {@code probe}, and then {@code pod}, which puts them together.
 */
package dev.drumline.local.kubelet;
