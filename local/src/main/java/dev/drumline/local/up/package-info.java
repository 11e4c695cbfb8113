/** The village as one command: up, down, logs, and apply and get for a machine without kubectl. */
package dev.drumline.local.up;
