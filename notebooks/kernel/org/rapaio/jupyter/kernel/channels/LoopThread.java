package org.rapaio.jupyter.kernel.channels;

/**
 * Reads a channel of the kernel again and again. Stands before the class of this name in version 3.0.1 of the kernel, which
 * loses requests while it starts: there the thread ends at once if it runs before {@code start} has returned, and for
 * good if a request comes before the kernel can answer. Jupyter asks again until it is answered.
 */
public final class LoopThread extends Thread {

    private final long sleepMillis;
    private final Runnable body;
    private volatile boolean running = true;

    /** A thread that does {@code body}, waits so many milliseconds, and so on. */
    public LoopThread(String name, long sleepMillis, Runnable body) {
        super(name);
        this.sleepMillis = sleepMillis;
        this.body = body;
    }

    @Override
    public void run() {
        while (running) {
            try {
                body.run();
                Thread.sleep(sleepMillis);
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                e.printStackTrace();
            }
        }
    }

    /** Ends the loop after the body that runs. */
    public void shutdown() {
        running = false;
    }
}
