import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { type TaskView, taskListQuery, taskQuery } from '../task/task-queries.ts';
import { emptyList, listReducer } from './list-state.ts';

/** The list of a view, kept calm: see list-state.ts. Mounted anew for another view. */
export const useTaskList = (view: TaskView) => {
  const queryClient = useQueryClient();
  const query = useQuery(taskListQuery(view));
  const [state, dispatch] = useReducer(listReducer, emptyList);
  const tasks = query.data?.items;

  useEffect(() => {
    if (tasks) dispatch({ type: 'loaded', tasks });
  }, [tasks]);

  const unexplained = Object.keys(state.gone)
    .filter((id) => state.gone[id] === null)
    .join(' ');
  useEffect(() => {
    for (const id of unexplained.split(' ').filter(Boolean)) {
      queryClient
        .fetchQuery(taskQuery(id))
        .then((task) => dispatch({ type: 'explained', task }))
        // It may be out of our sight now; the row then says "Done elsewhere".
        .catch(() => undefined);
    }
  }, [unexplained, queryClient]);

  return { query, state, dispatch };
};
