import { existsSync, readdirSync } from 'node:fs';
import { at } from './paths.mjs';

/** Every workspace that has a tsconfig, and the one for tests and scripts. */
export const typeProjects = () => [
  ...['packages', 'apps']
    .flatMap((folder) => readdirSync(at(folder)).map((name) => `${folder}/${name}`))
    .filter((path) => existsSync(at(path, 'tsconfig.json'))),
  'tsconfig.tests.json',
];
