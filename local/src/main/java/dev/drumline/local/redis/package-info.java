/** The program behind the village's image {@code redis}. */
package dev.drumline.local.redis;
