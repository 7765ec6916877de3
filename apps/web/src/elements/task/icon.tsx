import { ActivityIcon } from '../../canvas/shapes/activity-icon.tsx';

export const TaskIcon = () => <ActivityIcon />;
