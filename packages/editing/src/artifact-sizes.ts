import type { PlacedArtifactType } from './command.ts';

/** Size at which each is drawn first, in canvas pixels. */
export const ARTIFACT_SIZES: { readonly [T in PlacedArtifactType]: { readonly width: number; readonly height: number } } = {
  textAnnotation: { width: 140, height: 50 },
  group: { width: 260, height: 180 },
  dataObject: { width: 36, height: 50 },
  dataStore: { width: 50, height: 50 },
};
