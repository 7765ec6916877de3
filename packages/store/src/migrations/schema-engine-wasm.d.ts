/** The package types its entry only; this is the part under it, which doesn't import the `.wasm` by itself. */
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export const SchemaEngine: typeof import('@prisma/schema-engine-wasm').SchemaEngine;
  export function __wbg_set_wasm(exports: unknown): void;
}

/** Node has it; TypeScript's types of it belong to the DOM. */
declare namespace WebAssembly {
  function instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}
