export { type App, type AppDeps, createApp } from './app.ts';
export { type Config, ConfigError, readConfig } from './config.ts';
export { type Running, start } from './start.ts';
