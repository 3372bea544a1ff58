const NAME_BYTES = 120;
/** Before the first document. */
const NONE = -1;
/** The worker did not begin: it makes way for another. */
const DECLINED = -2;

/**
 * Tells another thread, in memory that both share, which document of a task is being worked at and
 * at which step.
 */
export class Step {
  /** Number of the document ({@link NONE}, {@link DECLINED}), length of the step's name. */
  readonly #head: Int32Array;
  readonly #name: Uint8Array;
  readonly #encoded = new Map<string, Uint8Array>();

  constructor(readonly buffer: SharedArrayBuffer) {
    this.#head = new Int32Array(buffer, 0, 2);
    this.#name = new Uint8Array(buffer, 8, NAME_BYTES);
  }

  static create(): Step {
    const step = new Step(new SharedArrayBuffer(8 + NAME_BYTES));
    Atomics.store(step.#head, 0, NONE);
    return step;
  }

  begin(document: number): void {
    Atomics.store(this.#head, 1, 0);
    Atomics.store(this.#head, 0, document);
  }

  decline(): void {
    Atomics.store(this.#head, 0, DECLINED);
  }

  get declined(): boolean {
    return Atomics.load(this.#head, 0) === DECLINED;
  }

  at(name: string): void {
    let bytes = this.#encoded.get(name);
    if (!bytes) {
      bytes = new TextEncoder().encode(name).subarray(0, NAME_BYTES);
      this.#encoded.set(name, bytes);
    }
    this.#name.set(bytes);
    Atomics.store(this.#head, 1, bytes.length);
  }

  get document(): number {
    return Atomics.load(this.#head, 0);
  }

  /** Empty before the first step. */
  get name(): string {
    const length = Atomics.load(this.#head, 1);
    return new TextDecoder().decode(this.#name.slice(0, length));
  }
}
