/** The little of kubectl that a first try needs: apply and get, for a machine that has no kubectl. */
package dev.drumline.local.kubectl;
