package io.verbatim.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signal that asks a service to load its configuration anew. Java has no supported way to it; {@code sun.misc.Signal},
 * which JEP 260 keeps for want of one, is reached by reflection, so that nothing here is bound to a class of the JDK's own.
 */
final class HangUp {

    private HangUp() {}

    /** Runs an action at every SIGHUP from now on; returns whether this system and Java know the signal. */
    static boolean run(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object runs = Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getDeclaringClass() != handler) {
                            throw new UnsupportedOperationException(method.toString());
                        }
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), runs);
            return true;
        } catch (ReflectiveOperationException e) {
            if (e instanceof InvocationTargetException && !(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException("SIGHUP can't be handled", e);
            }
            // Windows has no such signal, and a Java to come may not have the class.
            return false;
        }
    }
}
