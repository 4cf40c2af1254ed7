# Who did and read what, for the auditor. Never what was read.
log-title = Log
log-explain = Every reading, every change and every refusal, without content.
log-entries =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
log-refused = { $count } refused
log-checkpoint = Signed checkpoint,
log-checkpoint-explain = Give this text to another organisation. Whoever holds it can prove later that nothing before it was altered.
log-key-explain = The key of this log. A witness follows the log by it.
log-leaf = No.
log-when = When
log-who = Who
log-what = What
log-subject = About
log-was-refused = refused
log-older = Older entries
# When an entry is about several cases.
log-cases =
    { $count ->
        [0] no case
        [one] 1 case
       *[other] { $count } cases
    }

## Other organisations that remember how far the log had come.
log-witnesses = Witnesses
log-witnesses-explain = These organisations remember how far the log had come. A history that is written anew does not get past them. They see how many entries there are, and nothing of any entry.
log-witness-none = Nobody outside remembers this log, so whoever has its key could write it anew. Another organisation can be its witness: see "A witness" in docs/operate.md.
log-witness-not-asked = not asked over the network
log-witness-until =
    { $count ->
        [one] Has cosigned the first entry,
       *[other] Has cosigned the first { $count } entries,
    }
log-witness-newer =
    { $count ->
        [one] 1 entry is newer.
       *[other] { $count } entries are newer.
    }
log-witness-never = Has cosigned nothing yet.
log-witness-since = Since
log-witness-next = Stop working. Keep a copy of the registry's folder as it is, run safeconduct verify, and ask the witness for what it has on record.
witness-cosigned = it cosigns.
witness-silent = it does not answer. Until it does, nobody outside remembers what is newer.
witness-refused = it does not follow this log, or knows it by another key. Give it the key of this log.
witness-shorter = this witness has more entries on record than the log has. Entries were taken away, or an older copy was restored.
witness-differs = this witness has another history on record than this log shows. What it had cosigned was changed, or an older copy was restored and went on.

## What somebody did or asked for.
act-register = registered a person
act-find-people = looked at the list of people
act-open-case = opened a case
act-correct = corrected a case
act-take-in-list = brought in a list
act-export = saved people as a file
act-print-card = printed a card
act-hear = heard a person
act-keep-instruments = brought an instrument of their own
act-plan = saw or noted what leads a person out
act-write-letter = wrote a letter, or took one back
act-manage-members = changed who may sign in
act-read-log = read the log
act-refer = asked others for help, or wrote down a consent
act-answer-referral = looked at or answered what others asked
act-read-ledger = looked at who was asked for what
act-see-readings = looked at who has read a case
act-emergency = read a case in an emergency
act-ask-emergency = asked for keys in an emergency
act-grant-emergency = decided on keys in an emergency
act-review-emergency = reviewed an emergency
act-emergency-asked = asked for keys in an emergency
act-emergency-granted = lent keys in an emergency
act-emergency-refused = did not lend keys in an emergency
act-emergency-closed = closed an emergency before its time
act-emergency-ended = an emergency was over
act-emergency-justified = reviewed an emergency: it was right
act-emergency-not-justified = reviewed an emergency: it was not right
act-read-changes = followed what changed
act-manage-webhooks = looked at the webhooks
act-read-directory = looked at the directory of services
act-keep-directory = changed the directory of services
act-directory-added = added an organisation to the directory
act-directory-checked = checked an organisation of the directory
act-directory-corrected = corrected an organisation of the directory
act-directory-not-answering = said that an organisation does not answer
act-directory-linked = linked an organisation to a team
act-directory-unlinked = took the link to a team from an organisation
act-warning-added = added a warning
act-warning-withdrawn = took a warning back
act-add-attachment = added a photo or scan
act-open-attachment = looked at a photo or scan
act-remove-attachment = removed a photo or scan
act-issue-document = noted that a travel document was issued
act-erase = erased a person, or asked for it
act-signed-in = signed in
act-sign-in-refused = tried to sign in
act-passphrase-changed = changed the own passphrase
act-recovery-code-used = signed in with a recovery code
act-integration-added = added an integration
act-integrations-let-in = let integrations in again after the lock
act-member-added = added a user
act-member-disabled = shut out a user
act-organisation-founded = set the registry up
act-team-added = added a team
act-keys-given = gave the team's keys
act-webhook-added = added a webhook
act-webhook-removed = removed a webhook
act-alert-channel-added = began to be told of alerts elsewhere
act-alert-channel-removed = ended being told of alerts elsewhere
