// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which something was sent and nothing at all has come back for too long. A primary that hangs, or
 * that the network has cut off, keeps its connections open; only who connects again asks Sentinel for the new one.
 */
final class SilenceWatch extends ChannelDuplexHandler {

    private final Duration longest;
    private ScheduledFuture<?> close;

    SilenceWatch(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        if (close == null) {
            Runnable leave = context::close;
            close = context.executor().schedule(leave, longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        stop();
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (close != null) {
            close.cancel(false);
            close = null;
        }
    }
}
