import type { Values as ContractValues } from '@baton/contract';
import type { Json, Values } from '@baton/engine';

type ContractJson = ContractValues[string];

/** The engine's values are readonly, the contract's are not; on their way out they are the same. */
export const outgoing = (values: Values): ContractValues => values as ContractValues;
export const outgoingJson = (value: Json): ContractJson => value as ContractJson;
/** Already held against the contract's schema when the request was parsed. */
export const incoming = (values: ContractValues): Values => values;
