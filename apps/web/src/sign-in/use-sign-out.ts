import { useMutation } from '@tanstack/react-query';
import { signOut } from '../api/sign-in.ts';

/** Ends the session and loads the page anew, so that nothing of it stays in memory. */
export const useSignOut = () => useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign('/sign-in') });
