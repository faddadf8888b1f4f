"""What the lessons try out: plain arguments in, one named tuple out.

The tuple has all that pictures, sentences and checks need.
"""
