import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { ActivityIcon } from '../../canvas/shapes/activity-icon.tsx';

export const ManualTaskIcon = () => <ActivityIcon glyph={TYPE_GLYPHS.manual} />;
