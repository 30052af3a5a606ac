import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import java.nio.file.Path;

/** weixin_draft.wasm, loaded. Its calls must not overlap; load one for each thread. */
final class Draft {
    private final Instance module;

    Draft(Path wasm) {
        module = Instance.builder(Parser.parse(wasm)).withMachineFactory(MachineFactoryCompiler::compile).build();
    }

    /** The report on a request; the options are JSON, or empty. */
    byte[] check(byte[] request, byte[] options) {
        long answer = module.export("check").apply(place(request), request.length, place(options), options.length)[0];
        int pointer = (int) (answer >>> 32);
        int length = (int) answer;
        byte[] report = module.memory().readBytes(pointer, length);
        module.export("release").apply(pointer, length);
        return report;
    }

    private long place(byte[] data) {
        long pointer = module.export("allocate").apply(data.length)[0];
        module.memory().write((int) pointer, data);
        return pointer;
    }
}
