import { EventIcon } from '../../canvas/shapes/event-icon.tsx';

export const IntermediateThrowEventIcon = () => <EventIcon ring="intermediate" />;
