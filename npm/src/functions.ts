/** The functions of `weixin_draft.wasm`, as calls from JSON to JSON. */

/** What the module exports; each function takes an input and options, and answers with place and length. */
interface Exports {
  memory: WebAssembly.Memory;
  allocate(length: number): number;
  release(pointer: number, length: number): void;
  [name: string]: unknown;
}

type Call = (input: number, inputLength: number, options: number, optionsLength: number) => bigint;

/** The options of a call are wrong, such as a rule's code that does not exist. */
export class OptionsError extends Error {
  override name = "OptionsError";
}

export class Functions {
  readonly #exports: Exports;

  constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as Exports;
  }

  /** Calls the function of this name. Throws an OptionsError where the options are wrong. */
  call(name: string, input: string | Uint8Array, options: object): unknown {
    const [inputPlace, inputLength] = this.#write(input);
    const [optionsPlace, optionsLength] = this.#write(JSON.stringify(options));
    const call = this.#exports[name] as Call;
    const packed = call(inputPlace, inputLength, optionsPlace, optionsLength);
    const answer = this.#read(Number(packed >> 32n), Number(packed & 0xffff_ffffn));
    if (answer.error) throw new OptionsError(answer.error.message);
    return answer.value;
  }

  #write(data: string | Uint8Array): [place: number, length: number] {
    const bytes = typeof data === "string" ? encoder.encode(data) : data;
    const place = this.#exports.allocate(bytes.length);
    new Uint8Array(this.#exports.memory.buffer, place, bytes.length).set(bytes);
    return [place, bytes.length];
  }

  #read(place: number, length: number): { value?: unknown; error?: { message: string } } {
    const text = decoder.decode(new Uint8Array(this.#exports.memory.buffer, place, length));
    this.#exports.release(place, length);
    return JSON.parse(text);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
