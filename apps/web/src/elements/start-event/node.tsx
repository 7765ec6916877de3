import { EventShape } from '../../canvas/shapes/event-shape.tsx';

export const StartEventNode = () => <EventShape ring="start" />;
