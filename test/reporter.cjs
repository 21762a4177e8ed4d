/** Mocha's usual report (dots for the many unit tests), and the counts as JSON into `BIGANZI_RESULTS`, for the sum at the end. */
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const Usual = process.env.BIGANZI_DOTS ? reporters.Dot : reporters.Spec;

class Reporter extends Usual {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.BIGANZI_RESULTS;
    if (!file) return;
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passes, failures, pending }));
    });
  }
}

module.exports = Reporter;
