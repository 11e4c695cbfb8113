/**
 * Service names for the Java programs of the village, as an agent of a few classes beside each: names of Services come from
 * a file that the kubelet keeps, every other name from the machine.
 */
package dev.drumline.local.dns;
