/**
 * The ring: who puts events in, and who takes them out in what order.
 *
 * <p>{@link org.sinho.center.pipeline.Pipeline} is the picture; a bench drives the same ring in
 * lock-step through {@link org.sinho.center.pipeline.StepDoor}.
 */
package org.sinho.center.pipeline;
