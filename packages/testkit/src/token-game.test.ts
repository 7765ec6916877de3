import { describe, expect, it } from 'vitest';
import { process } from './process-builder.ts';
import { TokenGame } from './token-game.ts';

const done = (elementId: string, nth = 0) => ({ type: 'complete' as const, elementId, nth });

describe('TokenGame', () => {
  it('waits at an inclusive join for what can still come, a loop upstream included', () => {
    const game = new TokenGame(
      process('p')
        .start()
        .and('split')
        .userTask('a')
        .or('join')
        .userTask('after')
        .from('split')
        .xor('again')
        .userTask('b')
        .xor('enough')
        .when('good')
        .to('join')
        .from('enough')
        .otherwise()
        .to('again')
        .build(),
      { good: false },
    );

    game.happen(done('a'));
    game.happen(done('b'));
    expect(game.active()).toEqual(['b']);
    game.happen({ ...done('b'), set: { good: true } });
    expect(game.active()).toEqual(['after']);
  });

  it('is stuck, not done, at a parallel join that lacks a branch', () => {
    const game = new TokenGame(process('p').start().xor('x').when('a').task('one').and('join').end().from('x').otherwise().task('two').to('join').build(), {
      a: true,
    });

    expect([game.isStuck, game.isDone]).toEqual([true, false]);
  });

  it('undoes what is done, last first, and then goes on', () => {
    const game = new TokenGame(
      process('p').start().task('book').undoneBy('unbook').task('pay').undoneBy('refund').compensate('back').userTask('after').build(),
    );

    const first = game.active();
    game.happen(done('refund'));
    const second = game.active();
    game.happen(done('unbook'));

    expect([first, second, game.active()]).toEqual([['refund'], ['unbook'], ['after']]);
  });

  it('breaks off a transaction, undoes it, then takes the border', () => {
    const game = new TokenGame(
      process('p')
        .start()
        .transaction('trip', (t) => t.start('s').task('book').undoneBy('unbook').userTask('sign').end('off', { type: 'cancel' }))
        .end()
        .from('trip')
        .boundary('cancelled', { type: 'cancel' })
        .userTask('apologise')
        .build(),
    );

    game.happen(done('sign'));
    const undoing = game.active();
    game.happen(done('unbook'));

    expect([undoing, game.active()]).toEqual([['unbook'], ['apologise']]);
  });

  it('says when what it saw depends on an order that nobody has laid down', () => {
    const game = new TokenGame(process('p').start().and('split').userTask('a').from('split').terminate().build());

    expect(game.isUndecided).toBe(true);
  });
});
