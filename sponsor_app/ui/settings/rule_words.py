"""What the team's rules are called in the window."""

from sponsor_app.ui.widgets.language import tr


def rule_words(key: str) -> str:
    """A rule in words people use."""
    words = {
        "cadence.strategic.ideal": tr("Strategic accounts are due after"),
        "cadence.strategic.maximum": tr("Strategic accounts are overdue after"),
        "cadence.key.ideal": tr("Key accounts are due after"),
        "cadence.key.maximum": tr("Key accounts are overdue after"),
        "cadence.standard.ideal": tr("Standard accounts are due after"),
        "cadence.standard.maximum": tr("Standard accounts are overdue after"),
        "cadence.gone.ideal": tr("Lost and former accounts are due after"),
        "cadence.gone.maximum": tr("Lost and former accounts are overdue after"),
        "load.target": tr("Accounts a sponsor should have"),
        "load.warn": tr("Accounts that are many for a sponsor"),
        "load.flag": tr("Accounts that are too many for a sponsor"),
        "issue.update_days.1": tr("Next word on a Sev 1 issue within"),
        "issue.update_days.2": tr("Next word on a Sev 2 issue within"),
        "issue.update_days.3": tr("Next word on a Sev 3 issue within"),
        "issue.update_days.4": tr("Next word on a Sev 4 issue within"),
        "contact.live_days": tr("A contact counts as live for"),
        "promise.accept_working_days": tr("Working days until an unaccepted promise is escalated"),
        "reference.quarter": tr("A reference may be used this often a quarter"),
        "reference.year": tr("A reference may be used this often a year"),
        "reference.approve_months": tr("Months after which a reference is approved anew"),
    }
    return words.get(key, key)
