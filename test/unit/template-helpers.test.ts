/** Every example of every helper and block is a test. */
import assert from 'node:assert/strict';
import { BLOCKS, HELPERS } from '../../server/src/templates/helpers';
import { textOf } from './support/template';

for (const [name, { examples, summary }] of [...HELPERS, ...Object.entries(BLOCKS)]) {
  describe(`模板辅助函数 ${name}`, () => {
    it('有说明和例子', () => {
      assert.ok(summary.length > 3 && examples.length > 0);
    });
    for (const { template, fields, result } of examples) {
      it(template, () => {
        assert.equal(textOf(template, fields), `${result.trimEnd()}\n`);
      });
    }
  });
}
