export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Variables by name: plain JSON values. */
export type Values = { readonly [name: string]: Json };
