import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';

export const isDate = (value: unknown): value is FeelDate => value instanceof FeelDate;
export const isTime = (value: unknown): value is FeelTime => value instanceof FeelTime;
export const isDateTime = (value: unknown): value is FeelDateTime => value instanceof FeelDateTime;
export const isDuration = (value: unknown): value is FeelDuration => value instanceof FeelDuration;
